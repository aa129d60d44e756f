package de.stadtforum.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.MetadataVersion;

/// A real Kafka broker that is its own controller, on loopback only; topics are made by those who own them, never by the way.
public final class EmbeddedBroker {
    private static final String HOST = "127.0.0.1";

    private EmbeddedBroker() {}

    public static void main(String... arguments) throws Exception {
        var options = Options.of(arguments);
        options.endWithParent();
        var data = options.path("--data");
        var controllerPort = options.port("--controller-port");
        formatOnce(data, controllerPort);
        var broker =
                new KafkaRaftServer(
                        KafkaConfig.fromProps(
                                properties(data, options.port("--port"), controllerPort)),
                        Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "stop"));
        broker.startup();
        System.out.println("ready");
        broker.awaitShutdown();
    }

    private static void formatOnce(Path data, int controllerPort) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) return;
        Files.createDirectories(data);
        var format = new Formatter();
        format.setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
        format.setNodeId(1);
        format.setClusterId(Uuid.randomUuid().toString());
        format.addDirectory(data.toString());
        format.setMetadataLogDirectory(data.toString());
        format.setControllerListenerName("CONTROLLER");
        format.setReleaseVersion(MetadataVersion.latestProduction());
        format.setInitialControllers(
                DynamicVoters.parse("1@" + HOST + ":" + controllerPort + ":" + Uuid.randomUuid()));
        format.setHasDynamicQuorum(true);
        format.run();
    }

    static Properties properties(Path data, int port, int controllerPort) {
        var of = new Properties();
        of.put("node.id", "1");
        of.put("process.roles", "broker,controller");
        of.put("log.dirs", data.toString());
        of.put(
                "listeners",
                "PLAINTEXT://"
                        + HOST
                        + ":"
                        + port
                        + ",CONTROLLER://"
                        + HOST
                        + ":"
                        + controllerPort);
        of.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        of.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        of.put("controller.listener.names", "CONTROLLER");
        of.put("controller.quorum.bootstrap.servers", HOST + ":" + controllerPort);

        of.put("auto.create.topics.enable", "false");
        of.put("message.max.bytes", String.valueOf(2 * 1024 * 1024));
        of.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));

        // one broker: no replicas
        of.put("offsets.topic.replication.factor", "1");
        of.put("offsets.topic.num.partitions", "8");
        of.put("transaction.state.log.replication.factor", "1");
        of.put("transaction.state.log.min.isr", "1");
        of.put("share.coordinator.state.topic.replication.factor", "1");
        of.put("share.coordinator.state.topic.min.isr", "1");

        // one machine: nobody else can be slow, so nobody is waited for
        of.put("group.initial.rebalance.delay.ms", "0");
        of.put("broker.session.timeout.ms", "1500");
        of.put("broker.heartbeat.interval.ms", "300");
        of.put("controller.quorum.election.timeout.ms", "200");
        of.put("controller.quorum.fetch.timeout.ms", "300");
        of.put("num.network.threads", "2");
        of.put("num.io.threads", "2");
        of.put("background.threads", "2");
        // five services' topics keep few open deletions: the cleaner's default buffer is 128 MB
        of.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 * 1024 * 1024));
        return of;
    }
}
