package de.stadtforum.web.sample;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.ServerAddress;
import de.stadtforum.web.Role;
import de.stadtforum.web.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/// Of one account nobody can say who it is: the database elects another leader just then.
@Component
class LostStanding implements Standing {
    @Override
    public Optional<String> personOf(String account) {
        if (account.equals("while-away"))
            throw new MongoNotPrimaryException(new BsonDocument(), new ServerAddress());
        return Optional.empty();
    }

    @Override
    public Map<Role, SortedSet<String>> rolesOf(String person) {
        return Map.of();
    }
}
