package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTests {
    private static List<Query> asked(String filter, String order, boolean limited) {
        return Query.of("meetings", BsonDocument.parse(filter), BsonDocument.parse(order), limited);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {body: 'a'}                                | {}                 | false | body
                    {body: {$in: ['a']}, day: {$gt: 1}}        | {day: 1, _id: 1}   | false | body day _id
                    {body: 'a'}                                | {day: -1, _id: -1} | true  | body day _id
                    {$and: [{body: 'a'}, {day: {$lt: 2}}]}     | {}                 | false | body
                    {}                                         | {day: 1, _id: 1}   | true  | day _id
                    {day: {$gt: 1}}                            | {day: 1}           | false | day
                    {body: 'a', day: 1}                        | {}                 | false | day body
                    """)
    void isServed(String filter, String order, boolean limited, String index) {
        assertThat(asked(filter, order, limited))
                .allMatch(query -> query.isServedBy(List.of(index.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {body: 'a'}                                | {}                 | false | day
                    {body: 'a'}                                | {_id: 1}           | true  | _id
                    {body: 'a'}                                | {day: 1, _id: 1}   | true  | body day
                    {body: 'a'}                                | {day: 1, _id: -1}  | true  | body day _id
                    {}                                         | {day: 1}           | false | day
                    {body: {$ne: 'a'}}                         | {}                 | false | body
                    """)
    void isNotServed(String filter, String order, boolean limited, String index) {
        var served =
                asked(filter, order, limited).stream()
                        .allMatch(query -> query.isServedBy(List.of(index.split(" "))));
        assertThat(served).isFalse();
    }

    @Test
    void eachBranchOfAnOrNeedsAnIndexOfItsOwn() {
        var branches =
                asked("{$or: [{day: {$gt: 1}}, {day: 1, _id: {$gt: 'a'}}], body: 'a'}", "{}", true);
        assertThat(branches).hasSize(2);
        assertThat(branches.getFirst().equal()).containsExactly("body");
        assertThat(branches.getLast().equal()).containsExactly("body", "day");
    }
}
