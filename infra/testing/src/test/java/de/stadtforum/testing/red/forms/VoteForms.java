package de.stadtforum.testing.red.forms;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class VoteForms {
    @PostMapping("/abstimmungen/{id}/stimmen")
    String cast() {
        return "redirect:/";
    }
}
