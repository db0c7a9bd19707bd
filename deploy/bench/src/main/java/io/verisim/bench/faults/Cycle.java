package io.verisim.bench.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives everything of a list in random order before it gives anything again. */
final class Cycle<T> implements Supplier<T> {

    private final List<T> all;
    private final Consumer<List<T>> shuffle;
    private final Deque<T> left = new ArrayDeque<>();

    Cycle(List<T> all, Consumer<List<T>> shuffle) {
        this.all = List.copyOf(all);
        this.shuffle = shuffle;
    }

    @Override
    public T get() {
        if (left.isEmpty()) {
            List<T> round = new ArrayList<>(all);
            shuffle.accept(round);
            left.addAll(round);
        }
        return left.remove();
    }

    <R> Supplier<R> map(Function<T, R> function) {
        return () -> function.apply(get());
    }
}
