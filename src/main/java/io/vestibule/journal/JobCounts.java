package io.vestibule.journal;

/// How many jobs stand where.
public record JobCounts(long waiting, long running, long parked, long ended) {

    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0);

    public long underWay() {
        return waiting + running;
    }
}
