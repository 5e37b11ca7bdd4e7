package potstats2.api.web;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Gives words to the errors that the web server answers by itself, before anything here is asked: it cannot read the
 * request, or its address. And has it refuse what it would take though RFC 9112 does not.
 */
@Sharable
final class EarlyErrors extends ChannelDuplexHandler {
    private static final String NAME = "potstats2.earlyErrors";
    private static final Pattern TARGET = Pattern.compile("/|https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("(\\[[\\p{XDigit}:.]+]|[^\\s/?#@:\\[\\]]*)(:[0-9]{0,4}|:[0-5][0-9]{4}|:6[0-5][0-9]{3})?");

    static HttpServer addTo(HttpServer server) {
        var handler = new EarlyErrors();
        return server.doOnChannelInit(
                (observer, channel, remote) -> channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, handler));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess() && !isWellFormed(request)) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("not as RFC 9112 has it")));
        }
        super.channelRead(context, message);
    }

    /** What the decoder lets pass. */
    private static boolean isWellFormed(HttpRequest request) {
        var version = request.protocolVersion();
        var hosts = request.headers().getAll(HttpHeaderNames.HOST);
        var encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return TARGET.matcher(request.uri()).lookingAt()
                && (version.equals(HttpVersion.HTTP_1_0) || (version.equals(HttpVersion.HTTP_1_1) && hosts.size() == 1))
                && hosts.stream().allMatch(host -> HOST.matcher(host).matches())
                && encodings.stream().allMatch(encoding -> HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(encoding));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(
                context,
                message instanceof FullHttpResponse response && isWithoutWords(response)
                        ? withWords(context, response)
                        : message,
                promise);
    }

    private static boolean isWithoutWords(FullHttpResponse response) {
        return response.status().code() >= HttpResponseStatus.BAD_REQUEST.code()
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static FullHttpResponse withWords(ChannelHandlerContext context, FullHttpResponse response) {
        var body = ByteBufUtil.writeUtf8(context.alloc(), "{\"error\":\"%s\"}".formatted(textOf(response.status())));
        var headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, CrossOrigin.ANYONE);
        SecurityHeaders.VALUES.forEach(headers::set);
        response.release();
        return response.replace(body);
    }

    private static String textOf(HttpResponseStatus status) {
        return status.equals(HttpResponseStatus.BAD_REQUEST) ? "Malformed request" : status.reasonPhrase();
    }
}
