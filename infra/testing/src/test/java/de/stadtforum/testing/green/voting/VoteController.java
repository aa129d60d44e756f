package de.stadtforum.testing.green.voting;

import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A bean may know the framework, and so may what is nested in it.
@RestController
class VoteController {
    @Open
    @GetMapping("/votes")
    ResponseEntity<Map<String, String>> all() {
        return new Answer(ResponseEntity.ok(new HashMap<>())).entity();
    }

    @May
    @PostMapping("/votes")
    void cast() {}

    record Answer(ResponseEntity<Map<String, String>> entity) {}
}
