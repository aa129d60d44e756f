package de.stadtforum.reporting.entries;

/// What an entry says; its part and marks are named where they are not plain.
public enum EntryKind {
    /// marks: kind, name, seats, meetings, district
    BODY,
    /// part: the seat; marks: kind, basis, holder, name
    SEAT,
    /// part: the seat
    INVITATION,
    /// part: the seat; marks: person
    TERM,
    /// part: the seat; marks: person
    DEPUTY,
    /// part: the seat
    CHAIR,
    /// part: the office; marks: name
    SECRETARIAT,
    /// marks: a number of seats by holder
    APPORTIONMENT,
    /// marks: body
    MEETING_PLANNED,
    /// on the day it was planned for; marks: body, to
    MEETING_POSTPONED,
    MEETING_OPENED,
    MEETING_CLOSED,
    /// marks: body
    MEETING_HELD,
    /// part: the seat; marks: deputy
    PRESENT,
    MINUTES_SIGNED,
    /// marks: body, subject, mode, meeting
    VOTE,
    /// marks: body, subject, mode, carried
    VOTE_CLOSED,
    /// marks: kind, source, title
    PROPOSAL,
    /// marks: by
    PROPOSAL_COMMENTED,
    PROPOSAL_HEARD,
    /// marks: addressee, to, text, due
    RECOMMENDATION,
    RECOMMENDATION_FORWARDED,
    /// marks: answer
    RECOMMENDATION_ANSWERED,
    /// marks: body, groups, edition, amended
    RULES,
    /// marks: title, lab
    FIELD,
    FIELD_SHAPED,
    /// marks: name
    GROUP,
    /// part: the field
    GROUP_FIELD,
    GROUP_SHARED,
    /// part: the meeting
    GROUP_REPORTED,
    /// marks: title
    PAPER,
    PAPER_DRAFTED,
    /// marks: number
    PAPER_NUMBERED,
    /// part: the body
    PAPER_DELIBERATED,
    /// marks: title
    TOPIC,
    /// part: the option; marks: title
    TOPIC_OPTION,
    /// part: the meeting
    TOPIC_POSTPONED,
    TOPIC_CONCLUDED,
    /// marks: title
    QUESTION,
    QUESTION_ANSWERED,
    CONCEPT,
    /// part: the statement
    CONCEPT_STATEMENT,
    /// part: the body
    CONCEPT_PRESENTED,
    /// on the day it is planned for; marks: district, neighbourhood, place
    LAB,
    LAB_GO_AHEAD,
    LAB_OPENED,
    /// marks: participants
    LAB_HELD,
    LAB_MISSED,
    LAB_POSTPONED,
    /// part: the kind; marks: name
    LAB_PARTNER,
    /// part: the question
    LAB_ANSWER,
    /// part: the body
    LAB_REPORTED,
    /// part: the meeting
    LAB_HEARD,
    LAB_FIELD,
    /// marks: edition
    TOOL,
    /// part: the body; marks: edition
    TOOL_PRESENTED,
    /// part: the body; marks: from, until, halfYear
    REPORT_DELIVERED,
    /// part: the body
    FINAL_REPORT_PRESENTED
}
