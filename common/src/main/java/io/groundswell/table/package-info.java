/**
 * Tables as values: {@link Catalogue} declares each table once, {@link Lake} says where it lies, {@link Table} reads
 * and writes it. The only place that knows a path below the lake's root.
 */
package io.groundswell.table;
