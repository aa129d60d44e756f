package de.stadtforum.testing.red.voting;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says of no handler who may call it.
@RestController
class VoteController {
    @PostMapping("/votes")
    void cast() {}
}
