package de.stadtforum.testing.rights;

import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Desk {
    public record Meeting() {}

    @Open
    @GetMapping("/meetings")
    void list() {}

    @May({"CHAIR", "MINUTE_TAKER"})
    @In(Meeting.class)
    @PostMapping("/meetings/{id}/close")
    void close() {}

    @May("SECRETARIAT")
    @In(field = "body")
    @PutMapping("/meetings/{id}")
    void plan() {}

    @May("OPERATOR")
    @PostMapping("/sweep")
    void sweep() {}

    @May
    @PostMapping("/welcome")
    void welcome() {}

    @PostMapping("/forgotten")
    void forgotten() {}
}
