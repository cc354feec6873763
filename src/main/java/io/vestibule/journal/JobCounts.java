package io.vestibule.journal;

/// Number of jobs in each state.
public record JobCounts(long waiting, long running, long parked, long ended) {

    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0);

    public long underWay() {
        return waiting + running;
    }
}
