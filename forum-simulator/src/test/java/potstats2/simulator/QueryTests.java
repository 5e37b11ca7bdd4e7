package potstats2.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTests {

    @Test
    void parametersAreReadByName() {
        var query = Query.parse("/bb/xml/board.php?BID=14&page=2&with-stickies=0&x");

        assertThat(query.path()).isEqualTo("/bb/xml/board.php");
        assertThat(query.id("BID")).isEqualTo(14);
        assertThat(query.number("page", 1)).isEqualTo(2);
        assertThat(query.on("with-stickies")).isFalse();
        assertThat(query.on("with-globals")).isTrue();
        assertThat(query.has("PID")).isFalse();
    }

    @Test
    void whatIsNoNumberIsNotThere() {
        var query = Query.parse("/?a=&b=x&c=-1&d=99999999999999999999&e=9999999999");

        for (String name : new String[] {"a", "b", "c", "d"}) {
            assertThat(query.id(name)).isEqualTo(-1);
            assertThat(query.number(name, 7)).isEqualTo(7);
        }
        assertThat(query.number("e", 7)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Query.parse("/my/1").parameters()).isEmpty();
    }
}
