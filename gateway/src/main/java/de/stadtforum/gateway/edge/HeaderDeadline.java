package de.stadtforum.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/// The head of a request arrives as a whole in so long, however busily it drips: a connection is not held by saying little.
@Component
class HeaderDeadline implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final byte[] TOO_SLOW =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final Duration within;

    HeaderDeadline(@Value("${stadtforum.limits.headers:10s}") Duration within) {
        this.within = within;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addServerCustomizers(
                http -> http.doOnChannelInit((_, channel, _) -> watch(channel)));
    }

    private void watch(Channel channel) {
        var pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) == null) return;
        var head = new Head(within);
        pipeline.addFirst("stadtforum.bytes", head);
        pipeline.addAfter(NettyPipeline.HttpCodec, "stadtforum.heads", new Read(head));
    }

    /// Sees the bytes: those that end no head begin the time.
    private static final class Head extends ChannelInboundHandlerAdapter {
        private final Duration within;
        private boolean between = true; // one request has been read, and the next head has not
        private boolean seen;
        private @Nullable Future<?> deadline;

        Head(Duration within) {
            this.within = within;
        }

        @Override
        public void channelActive(ChannelHandlerContext on) {
            begin(on);
            on.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext on, Object bytes) {
            seen = false;
            on.fireChannelRead(bytes);
            if (between && !seen && deadline == null) begin(on);
        }

        @Override
        public void channelInactive(ChannelHandlerContext on) {
            end();
            on.fireChannelInactive();
        }

        private void begin(ChannelHandlerContext on) {
            deadline =
                    on.executor()
                            .schedule(
                                    () ->
                                            on.writeAndFlush(Unpooled.wrappedBuffer(TOO_SLOW))
                                                    .addListener(ChannelFutureListener.CLOSE),
                                    within.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }

        private void end() {
            if (deadline != null) deadline.cancel(false);
            deadline = null;
        }
    }

    /// Sees what the bytes meant.
    private static final class Read extends ChannelInboundHandlerAdapter {
        private final Head head;

        Read(Head head) {
            this.head = head;
        }

        @Override
        public void channelRead(ChannelHandlerContext on, Object part) {
            if (part instanceof HttpRequest) {
                head.seen = true;
                head.between = false;
                head.end();
            }
            if (part instanceof LastHttpContent) {
                head.seen = true; // the bytes ended a body, they began no head
                head.between = true;
            }
            on.fireChannelRead(part);
        }
    }
}
