package de.stadtforum.reporting.obligations;

/// How an obligation stands on a day.
public enum Light {
    /// What was due by the day did not come to pass.
    MISSED,
    /// It will not come to pass in time if all goes on as it does.
    AT_RISK,
    ON_COURSE,
    NOT_YET_DUE,
    MET,
    /// A permission that was made use of.
    USED,
    NOT_YET_USED,
    /// Nothing that the services tell measures it.
    NOT_MEASURED
}
