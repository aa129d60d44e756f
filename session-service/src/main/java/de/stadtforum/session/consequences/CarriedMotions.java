package de.stadtforum.session.consequences;

import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.questions.Question;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.rules.Rules;
import de.stadtforum.session.topics.Topic;
import de.stadtforum.session.voting.Vote;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Brings about what a carried motion says, under the id that the motion names: twice is once.
@Component
class CarriedMotions {
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Recommendation> recommendations;
    private final AggregateStore<Rules> rules;
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<Paper> papers;
    private final AggregateStore<Question> questions;
    private final AggregateStore<Topic> topics;

    CarriedMotions(
            AggregateStore<Vote> votes,
            AggregateStore<Recommendation> recommendations,
            AggregateStore<Rules> rules,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups,
            AggregateStore<Paper> papers,
            AggregateStore<Question> questions,
            AggregateStore<Topic> topics) {
        this.votes = votes;
        this.recommendations = recommendations;
        this.rules = rules;
        this.fields = fields;
        this.groups = groups;
        this.papers = papers;
        this.questions = questions;
        this.topics = topics;
    }

    Decision<?> bringAbout(String voteId, LocalDate on) {
        var vote = votes.find(voteId);
        return vote.isEmpty() ? unchanged() : bringAbout(vote.get().question(), voteId, on);
    }

    private Decision<?> bringAbout(Vote.Question question, String vote, LocalDate on) {
        return switch (question.motion()) {
            case Motion.Recommend it -> recommend(it, question.body(), vote, on);
            case Motion.AdoptRules it ->
                    rules.create(
                            it.id(),
                            known ->
                                    Rules.adopt(
                                            known,
                                            new Rules(
                                                    it.id(),
                                                    it.body(),
                                                    it.forWorkingGroups(),
                                                    it.edition(),
                                                    it.amended(),
                                                    it.text(),
                                                    it.inForce(),
                                                    vote)));
            case Motion.NameField(var id, var title, var lab) ->
                    fields.create(id, known -> FieldOfAction.name(known, id, title, lab, vote, on));
            case Motion.ShapeField(var id, var description) ->
                    fields.decide(
                            id,
                            field -> field.shape(new FieldOfAction.Shape(description, vote, on)));
            case Motion.FormGroup(var id, var name, var working) ->
                    groups.create(
                            id,
                            known ->
                                    WorkingGroup.form(
                                            known,
                                            id,
                                            name,
                                            working,
                                            new WorkingGroup.Decided(vote, on)));
            case Motion.EndGroup(var id) ->
                    groups.decide(id, group -> group.end(new WorkingGroup.Decided(vote, on)));
            case Motion.ProposePaper(var id, var title) ->
                    papers.create(
                            id,
                            known ->
                                    Paper.propose(
                                            known,
                                            id,
                                            new Paper.Proposed(question.body(), title, vote, on)));
            case Motion.GiveStatement(var id, var text) ->
                    questions.decide(
                            id, asked -> asked.state(new Question.Statement(text, vote, on)));
            case Motion.Appoint _, Motion.Procedural _ -> unchanged();
        };
    }

    private Decision<?> recommend(Motion.Recommend it, String body, String vote, LocalDate on) {
        var made =
                new Recommendation.Made(
                        body, it.addressee(), it.to(), it.text(), vote, on, it.answerDue());
        var answer =
                recommendations.create(it.id(), known -> Recommendation.make(known, it.id(), made));
        var topic = it.topic();
        if (topic == null || answer instanceof Decision.Refused) return answer;
        return topics.decide(topic, each -> each.conclude(new Topic.Conclusion(vote, on)));
    }
}
