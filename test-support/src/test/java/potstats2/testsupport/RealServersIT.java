package potstats2.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import potstats2.servers.PostgresAddress;

@RealServers({Server.POSTGRES, Server.KAFKA})
class RealServersIT {

    @Test
    void givesADatabaseOfItsOwn(Servers servers) throws SQLException {
        var first = servers.postgres();
        try (var connection = connect(first)) {
            connection.createStatement().execute("CREATE SCHEMA forum");
        }
        assertThat(servers.postgres()).isEqualTo(first);

        try (var connection = connect(servers.newDatabase())) {
            connection.createStatement().execute("CREATE SCHEMA forum");
        }
        assertThat(servers.postgres()).isNotEqualTo(first);
    }

    @Test
    void cutsConnections(Servers servers) throws SQLException {
        try (var connection = connect(servers.postgres())) {
            servers.cutConnections();

            assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsTopicsOverARestartAndDeletesThemOnRequest(Servers servers) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafka()))) {
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                    .all()
                    .get();

            servers.restartKafka();
            assertThat(admin.listTopics().names().get()).containsExactly("kept");

            servers.deleteTopics();
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void givesRedis(Servers servers) throws IOException {
        var address = URI.create(servers.redis());

        try (var socket = new Socket(address.getHost(), address.getPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Nested
    class InANestedClass {

        @Test
        void givesTheSame(Servers servers) {
            assertThat(servers).isSameAs(Servers.of(RealServersIT.class));
        }
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
