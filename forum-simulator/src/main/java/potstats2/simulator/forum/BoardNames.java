package potstats2.simulator.forum;

import java.util.ArrayList;
import java.util.List;

/** The boards a forum can have, the busiest first. */
final class BoardNames {

    private static final SimulatedBoard.Category GENERAL =
            new SimulatedBoard.Category(6, "Allgemeines", "Seitenübergreifende Themen");
    private static final SimulatedBoard.Category COMMUNITY =
            new SimulatedBoard.Category(21, "Community", "Leute & Leben");
    private static final SimulatedBoard.Category TECHNOLOGY =
            new SimulatedBoard.Category(11, "Technik", "Hard- und Software");
    private static final SimulatedBoard.Category GAMES = new SimulatedBoard.Category(3, "Spiele", "Alles, was läuft");
    private static final SimulatedBoard.Category INTERNAL = new SimulatedBoard.Category(30, "Intern", "");

    private static final List<BoardState> BOARDS = List.of(
            board(14, "Public Offtopic", "Alles, was sonst nirgends hinpasst", COMMUNITY),
            board(43, "Gedankenaustausch", "Lange Beiträge, kurze Geduld", COMMUNITY),
            board(7, "Hardware & Netzwerke", "Lüfter, Kabel, Ärger", TECHNOLOGY),
            board(95, "Ankündigungen", "Neues über das Forum", GENERAL),
            board(22, "Rollenspiele", "Würfel und Bögen", GAMES),
            board(12, "Programmierung", "if (kaputt) { frage(); }", TECHNOLOGY),
            board(31, "Sport", "Fußball, und anderes", COMMUNITY),
            board(52, "Strategie", "Runden- & Echtzeit", GAMES),
            board(8, "Lob & Kritik", "Sagt es uns", GENERAL),
            board(61, "Filme, Musik & Bücher", "Mit <Spoilern>", COMMUNITY),
            board(15, "Betriebssysteme", "", TECHNOLOGY),
            board(77, "Shooter", "Für Erwachsene", GAMES),
            board(36, "Politik", "Bitte sachlich", COMMUNITY),
            board(17, "Webdesign", "Tabellen und ihre Nachfolger", TECHNOLOGY),
            board(102, "Marktplatz", "Verkaufe, suche, tausche – ab 1 €", GENERAL),
            board(104, "Autos & Motorräder", "Öl und Übermut", COMMUNITY),
            board(55, "Rennspiele", "", GAMES),
            board(110, "Kochen & Grillen", "Soße", COMMUNITY),
            board(19, "Mobiles", "Handys, früher", TECHNOLOGY),
            board(58, "Adventures", "Benutze Käse mit Tür", GAMES),
            board(112, "Fotografie", "", COMMUNITY),
            board(115, "Reisen", "", COMMUNITY),
            board(59, "Konsolen", "", GAMES));

    private BoardNames() {}

    /** Fresh boards for a forum of that many posts; the last one may be for members of staff only. */
    static List<BoardState> forPosts(int posts) {
        int count = Math.min(BOARDS.size(), (int) (3 * Math.log10(Math.max(10, posts))));
        var boards = new ArrayList<BoardState>();
        for (var board : BOARDS.subList(0, count)) {
            boards.add(new BoardState(board.bid, board.name, board.description, board.category));
        }
        boards.add(new BoardState(99, "Moderatoren", "Nicht für alle", INTERNAL));
        return boards;
    }

    private static BoardState board(long bid, String name, String description, SimulatedBoard.Category category) {
        return new BoardState(bid, name, description, category);
    }
}
