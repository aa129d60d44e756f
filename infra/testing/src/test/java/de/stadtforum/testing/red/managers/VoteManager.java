package de.stadtforum.testing.red.managers;

interface VoteManager {
    record VoteDto(String id) {}

    final class VoteManagerImpl implements VoteManager {}

    class BaseVote {}

    class StringUtils {}
}
