package de.stadtforum.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/// Signs that an address must not have and that browsers and other sites send all the same (`?fbclid=[x]`, `%zz`): they are written
/// as they should have been, and what has no name (`?=x`) is left out, so that the page comes.
@Component
class OddSigns implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";
    private static final int SIGNS_OF_A_BYTE = 3;

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addServerCustomizers(
                http -> http.doOnChannelInit((_, channel, _) -> watch(channel)));
    }

    private static void watch(Channel channel) {
        var pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null)
            pipeline.addAfter(NettyPipeline.HttpCodec, "stadtforum.signs", new Written());
    }

    @Sharable
    private static final class Written extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext on, Object read) {
            if (read instanceof HttpRequest request) request.setUri(written(request.uri()));
            on.fireChannelRead(read);
        }
    }

    /// @param address path and query as they were sent, a character for each byte
    static String written(String address) {
        return named(signs(address));
    }

    private static String named(String address) {
        var mark = address.indexOf('?');
        if (mark < 0) return address;
        var query = address.substring(mark + 1);
        if (!query.startsWith("=") && !query.contains("&=")) return address;
        var named =
                Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.startsWith("="))
                        .collect(Collectors.joining("&"));
        return named.isEmpty()
                ? address.substring(0, mark)
                : address.substring(0, mark + 1) + named;
    }

    private static String signs(String address) {
        if (isWritten(address)) return address;
        var out = new StringBuilder(address.length() + SIGNS_OF_A_BYTE);
        for (var i = 0; i < address.length(); i++) {
            var sign = address.charAt(i);
            if (fits(address, i)) out.append(sign);
            else out.append("%%%02X".formatted(sign & 0xFF));
        }
        return out.toString();
    }

    private static boolean isWritten(String address) {
        for (var i = 0; i < address.length(); i++) if (!fits(address, i)) return false;
        return true;
    }

    /// A percent sign only before two hexadecimal digits.
    private static boolean fits(String address, int at) {
        var sign = address.charAt(at);
        if (sign == '%')
            return at + 2 < address.length()
                    && isHex(address.charAt(at + 1))
                    && isHex(address.charAt(at + 2));
        return sign < 128 && (Character.isLetterOrDigit(sign) || ALLOWED.indexOf(sign) >= 0);
    }

    private static boolean isHex(char sign) {
        return Character.digit(sign, 16) >= 0;
    }
}
