package io.groundswell.testkit.audit;

import io.delta.kernel.utils.CloseableIterator;
import java.util.NoSuchElementException;

/** An iterator over one thing, which Kernel's own interface does not offer. */
final class One<T> implements CloseableIterator<T> {
    private T left;

    One(T only) {
        this.left = only;
    }

    @Override
    public boolean hasNext() {
        return left != null;
    }

    @Override
    public T next() {
        if (left == null) {
            throw new NoSuchElementException();
        }
        T next = left;
        left = null;
        return next;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
