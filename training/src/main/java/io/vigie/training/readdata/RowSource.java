package io.vigie.training.readdata;

/** Where rows to learn from come from: a file today; the history of events is meant to be the second. */
public interface RowSource {

    /**
     * All of them.
     *
     * @throws io.vigie.training.Refusal when there is nothing to read or it has no form
     */
    Table read();
}
