package de.stadtforum.reporting.obligations;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.finalreport.FinalReport;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.reporting.reports.ReportEntries;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What this service knows of its own reports; they are a few a year, so all of them are read.
@Component
class OwnReports {
    private final AggregateStore<InterimReport> reports;
    private final AggregateStore<FinalReport> finalReports;

    OwnReports(AggregateStore<InterimReport> reports, AggregateStore<FinalReport> finalReports) {
        this.reports = reports;
        this.finalReports = finalReports;
    }

    Stream<Entry> entries() {
        return Stream.concat(
                reports.few(Filters.empty(), Order.ascending("state.halfYear")).stream()
                        .flatMap(ReportEntries::of),
                finalReports.few(Filters.empty(), Order.ascending()).stream()
                        .flatMap(ReportEntries::of));
    }
}
