package de.stadtforum.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/// Whoever is refused while still sending reads why: a connection that is closed with bytes unread is reset, and the answer is lost with it. So its own side is closed first, and what still comes is dropped, for so long.
@Component
class LingeringClose implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final Duration longest;

    LingeringClose(@Value("${stadtforum.limits.rest:30s}") Duration longest) {
        this.longest = longest;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addServerCustomizers(http ->
                http.doOnChannelInit((_, channel, _) -> {
                    var pipeline = channel.pipeline();
                    if (pipeline.get(NettyPipeline.HttpCodec) != null)
                        pipeline.addAfter(
                                NettyPipeline.HttpCodec, "stadtforum.rest", new Rest(longest));
                }));
    }

    private static final class Rest extends ChannelDuplexHandler {
        private final Duration longest;
        private boolean underWay; // a request has begun, and its end has not been read
        private @Nullable Future<?> deadline; // while what comes is dropped

        Rest(Duration longest) {
            this.longest = longest;
        }

        @Override
        public void channelRead(ChannelHandlerContext on, Object part) throws Exception {
            if (part instanceof HttpRequest) underWay = true;
            if (part instanceof LastHttpContent) underWay = false;
            if (deadline == null) {
                super.channelRead(on, part);
                return;
            }
            ReferenceCountUtil.release(part);
            if (!underWay) on.close();
        }

        @Override
        public void close(ChannelHandlerContext on, ChannelPromise closed) throws Exception {
            if (!underWay || !(on.channel() instanceof DuplexChannel channel)) {
                super.close(on, closed);
                return;
            }
            if (deadline == null) {
                deadline =
                        on.executor()
                                .schedule(
                                        () -> on.close(),
                                        longest.toMillis(),
                                        TimeUnit.MILLISECONDS);
                channel.shutdownOutput();
                channel.config().setAutoRead(true);
            }
            on.channel().closeFuture().addListener(_ -> closed.trySuccess());
        }

        @Override
        public void channelInactive(ChannelHandlerContext on) throws Exception {
            if (deadline != null) deadline.cancel(false);
            super.channelInactive(on);
        }
    }
}
