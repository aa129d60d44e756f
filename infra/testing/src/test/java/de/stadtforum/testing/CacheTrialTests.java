package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.SortedSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.LazyContextVariable;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/// A page that a wrong tag leaves old is found, whoever says the wrong thing, and nothing else is.
class CacheTrialTests {
    private final MongoClient client =
            MongoClients.create(
                    Queries.watched(
                            MongoClientSettings.builder()
                                    .applyConnectionString(
                                            new ConnectionString(TestPlatform.mongodbUri()))
                                    .build()));
    private final MongoCollection<Document> things =
            client.getDatabase(TestPlatform.own("cache-trial")).getCollection("things");
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final CacheTrial trial = new CacheTrial(beans.getBeanProvider(MockMvc.class));
    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new Pages()).addFilters(trial).build();

    /// What a page of `one` says that it shows, and a command on a thing that it changes.
    private String shown = "things/one";

    private String changed = "things/";

    @RestController
    private class Pages {
        @GetMapping("/things/{id}")
        ResponseEntity<String> page(@PathVariable String id) {
            var page = ResponseEntity.ok().header("Cache-Control", "s-maxage=5");
            if (!shown.isEmpty()) page.header("Stadtforum-Shows", shown);
            return page.body(id + text("one") + (id.equals("both") ? text("two") : ""));
        }

        /// Renders with what is read only then.
        @GetMapping("/late/{id}")
        ResponseEntity<String> late(@PathVariable String id) {
            var templates = new SpringTemplateEngine();
            templates.setTemplateResolver(new StringTemplateResolver());
            var context = new Context();
            context.setVariable(
                    "one",
                    new LazyContextVariable<String>() {
                        @Override
                        protected String loadValue() {
                            return text(id);
                        }
                    });
            return ResponseEntity.ok()
                    .header("Stadtforum-Shows", shown)
                    .body(templates.process("<p>[[${one}]]</p>", context));
        }

        private String text(String id) {
            var found = things.find(Filters.eq(id)).first();
            return found == null ? "" : found.getString("state");
        }

        @PostMapping("/things/{id}")
        ResponseEntity<String> write(@PathVariable String id) {
            save(id);
            var answer = ResponseEntity.ok();
            if (!changed.isEmpty())
                answer.header("Stadtforum-Changes", changed.endsWith("/") ? changed + id : changed);
            return answer.body("");
        }
    }

    private void save(String id) {
        things.replaceOne(
                Filters.eq(id),
                new Document("state", String.valueOf(System.nanoTime())),
                new ReplaceOptions().upsert(true));
    }

    @BeforeEach
    void begin() {
        beans.addBean("mvc", mvc);
        save("one");
        save("two");
    }

    @AfterEach
    void end() {
        client.close();
    }

    private SortedSet<String> staleAfter(String page, String... commands) throws Exception {
        trial.watch(List.of(page));
        for (var each : commands) mvc.perform(post(each));
        return trial.stale();
    }

    @Test
    void rightTagsPass() throws Exception {
        assertThat(staleAfter("/things/one", "/things/one", "/things/two")).isEmpty();
    }

    @Test
    void aPageThatShowsMoreThanItSaysIsFound() throws Exception {
        assertThat(staleAfter("/things/both", "/things/two"))
                .singleElement()
                .asString()
                .contains("/things/both shows [things/one], and POST /things/two");
    }

    @Test
    void aCommandThatChangesMoreThanItSaysIsFound() throws Exception {
        changed = "things/three";
        assertThat(staleAfter("/things/one", "/things/one")).hasSize(1);
    }

    @Test
    void whoSaysNothingIsSafe() throws Exception {
        shown = "";
        assertThat(staleAfter("/things/both", "/things/two")).isEmpty();
        shown = "things/one";
        changed = "";
        trial.watch(List.of("/things/both"));
        mvc.perform(post("/things/two"));
        assertThat(trial.stale()).allMatch(each -> each.endsWith("was left by no command"));
    }

    @Test
    void aPageOfWhichNothingIsKnownIsNamed() throws Exception {
        assertThat(staleAfter("/things/one")).containsExactly("/things/one was left by no command");
    }

    @Test
    void aTemplateThatReadsByItselfIsFound() throws Exception {
        assertThat(staleAfter("/late/one", "/things/two"))
                .containsExactly("a template reads things by itself");
        assertThat(staleAfter("/things/one", "/things/two")).isEmpty();
    }

    @Test
    void whatResidentsReadBelowAWatchedAddressIsWatchedToo() throws Exception {
        trial.watch(List.of("/things"));
        mvc.perform(get("/things/both"));
        mvc.perform(post("/things/two"));
        assertThat(trial.stale()).anyMatch(each -> each.startsWith("/things/both shows"));
    }

    @Test
    void whatIsWrittenBesideRequestsIsNotTheCommands() throws Exception {
        trial.watch(List.of("/things/one"));
        mvc.perform(post("/things/two"));
        save("one");
        mvc.perform(post("/things/two"));
        mvc.perform(post("/things/two"));
        assertThat(trial.stale()).isEmpty();
    }
}
