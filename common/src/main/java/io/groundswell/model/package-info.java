/**
 * The records that are the schemas: one record a table, one component a column.
 * {@code camelCase} components become {@code snake_case} columns; a primitive is NOT NULL, a reference nullable.
 */
package io.groundswell.model;
