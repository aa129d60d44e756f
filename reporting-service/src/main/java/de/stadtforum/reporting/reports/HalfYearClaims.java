package de.stadtforum.reporting.reports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.reporting.figures.HalfYear;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// One report a half-year: the claim is keyed by the half-year, so of two releases at once only one goes on.
@Component
class HalfYearClaims {
    private static final int DUPLICATE = 11000;
    private static final int WRITE_CONFLICT = 112;
    private final MongoCollection<Document> claims;

    HalfYearClaims(MongoDatabase database) {
        claims = database.getCollection("halfyears");
    }

    /// Whether this report is the one on the half-year; a release that broke off may take its claim up again.
    boolean hold(HalfYear half, String report) {
        var known = claims.find(eq(half.toString())).first();
        if (known == null) {
            try {
                claims.insertOne(new Document("_id", half.toString()).append("report", report));
                return true;
            } catch (MongoWriteException lost) {
                if (lost.getCode() != DUPLICATE && lost.getCode() != WRITE_CONFLICT) throw lost;
                known = claims.find(eq(half.toString())).first();
            }
        }
        return known != null && report.equals(known.getString("report"));
    }

    /// Whose half-year it is.
    Optional<String> holder(HalfYear half) {
        return Optional.ofNullable(claims.find(eq(half.toString())).first())
                .map(claim -> claim.getString("report"));
    }

    /// A report was withdrawn: another may take its half-year; nothing where another has.
    void free(String half, String report) {
        claims.deleteOne(and(eq(half), eq("report", report)));
    }
}
