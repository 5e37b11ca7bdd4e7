package potstats2.api.limits;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Replaces a proxy's address by its client's, and the service's own address by the one that the client used. Only what
 * trusted proxies say counts: of the addresses in {@code X-Forwarded-For} the last one that is not a proxy's, because
 * those before it are what the client claims.
 */
final class ForwardedClients extends ForwardedHeaderTransformer {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> proxies;

    ForwardedClients(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    @Override
    protected boolean hasForwardedHeaders(ServerHttpRequest request) {
        return !proxies.isEmpty() && isProxy(peer(request)) && super.hasForwardedHeaders(request);
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        if (!hasForwardedHeaders(request)) {
            return request;
        }
        var client = client(request);
        return super.apply(request)
                .mutate()
                .remoteAddress(new InetSocketAddress(client, 0))
                .build();
    }

    private @Nullable InetAddress client(ServerHttpRequest request) {
        var hops = new ArrayList<String>();
        request.getHeaders().getOrEmpty(FORWARDED_FOR).forEach(value -> Collections.addAll(hops, value.split(",", -1)));
        var client = peer(request);
        for (var hop = hops.size() - 1; hop >= 0 && isProxy(client); hop--) {
            var address =
                    NetUtil.createInetAddressFromIpAddressString(hops.get(hop).strip());
            if (address == null) {
                break;
            }
            client = address;
        }
        return client;
    }

    private boolean isProxy(@Nullable InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private static @Nullable InetAddress peer(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null ? null : remote.getAddress();
    }
}
