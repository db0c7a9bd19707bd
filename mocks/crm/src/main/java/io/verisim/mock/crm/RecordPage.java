package io.verisim.mock.crm;

import java.util.List;

/**
 * A page of a list of records.
 *
 * @param rows the records on it
 * @param number which page, from 1
 * @param total records of the whole list
 */
record RecordPage(List<CrmRecord> rows, int number, long total) {

    static final int SIZE = 20;

    RecordPage {
        rows = List.copyOf(rows);
    }

    long offset() {
        return (number - 1L) * SIZE;
    }

    int pages() {
        return pages(total);
    }

    static int pages(long total) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + SIZE - 1) / SIZE));
    }
}
