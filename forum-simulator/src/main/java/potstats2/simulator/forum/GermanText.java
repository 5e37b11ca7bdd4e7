package potstats2.simulator.forum;

/** Words, sentences, titles and names that look like those of a German forum. */
final class GermanText {

    private static final String[] WORDS =
            ("ich du er sie es wir ihr das der die ein eine und oder aber doch noch schon immer nie heute gestern morgen "
                            + "gerade eben mal halt eigentlich wahrscheinlich vielleicht natürlich überhaupt irgendwie ziemlich "
                            + "nicht kein auch nur sehr ganz mehr weniger zu für über unter gegen ohne mit nach vor bei seit aus "
                            + "ist war hat hatte wird würde kann könnte muss müsste soll sollte darf dürfte mag möchte will geht "
                            + "gibt macht läuft fährt schläft weiß heißt findet glaubt denkt sagt schreibt liest hört sieht kauft "
                            + "Leute Mann Frau Kind Hund Katze Haus Wohnung Küche Straße Fahrrad Auto Zug Flughafen Büro Arbeit "
                            + "Chef Kollege Uni Prüfung Schule Lehrer Geld Steuer Versicherung Rechnung Vertrag Kündigung Umzug "
                            + "Rechner Tastatur Bildschirm Treiber Kernel Grafikkarte Festplatte Netzteil Lüfter Gehäuse Kabel "
                            + "Spiel Level Server Patch Mod Karte Gegner Waffe Rüstung Zauber Quest Ladebildschirm Spielstand "
                            + "Frühstück Brötchen Käse Wurst Bier Kaffee Tee Soße Nudeln Gemüse Süßkram Döner Grillfleisch "
                            + "Wetter Regen Schnee Sommer Winter Frühling Herbst Übergang Ärger Größe Maß Fußball Ölwechsel "
                            + "gut schlecht schön hässlich groß klein teuer günstig schnell langsam neu alt kaputt verrückt "
                            + "blöd lustig müde wütend glücklich übrigens außerdem trotzdem deshalb während obwohl weil dass "
                            + "wenn als wie wo wer was warum Grundsätzlich Meinung Frage Antwort Problem Lösung Fehler Quelle "
                            + "Beitrag Forum Mod Pot Threadersteller Zitat Signatur Avatar Suchfunktion Änderung Übersicht")
                    .split(" ");

    private static final String[] NOUNS =
            ("Höhlenmensch Kräuterquark Bratwurst Müsliriegel Flusskrebs Nachtfalter Zahnrad Schlüsselbund Türsteher "
                            + "Wanderdüne Käsefuß Blechdose Sonnenbrand Regenmacher Murmeltier Drehstuhl Lötkolben Teebeutel "
                            + "Wackelpudding Gartenzwerg Bürostuhl Nordlicht Erdnuss Klappspaten Luftschloss Dosenöffner "
                            + "Feierabend Übermut Grünspan Knäckebrot Flaschenpost Rücklicht Schwarzwald Hinterrad Querkopf "
                            + "Zitronenfalter Heizkörper Apfelmus Donnerstag Siebenschläfer")
                    .split(" ");

    private static final String[] EPITHETS =
            ("Alter Böser Captain Doktor Don El Flinker Fräulein Graf Herr Junger König Lady Lord Meister Mister Onkel "
                            + "Pater Professor Roter Schwarzer Sir Süßer Tante The Weißer Wilder")
                    .split(" ");

    private static final String[] TAGS =
            ("Hardware Software Musik Filme Bücher Kochen Fußball Politik Autos Reisen Spiele Linux Fotografie Möbel "
                            + "Fahrräder Q&A Umfrage Ankündigung Übersicht 18+")
                    .split(" ");

    private static final String[] SMILEYS = {":)", ":(", ";)", ":D", ":ugly:", ":what:", "<3", ":mata:", ":bang:", "=)"
    };

    private static final String[] EMOJI = {"😀", "🚀", "👍🏽", "🧀", "𝔣𝔬𝔯𝔲𝔪", "❤️"};

    static final String[] HOSTS = {
        "www.example.org",
        "example.com",
        "video.example.net",
        "bilder.example.org",
        "news.example.de:8080",
        "forum.mods.de"
    };

    private GermanText() {}

    static String word(Dice dice) {
        return dice.pick(WORDS);
    }

    static String tag(Dice dice) {
        return dice.pick(TAGS);
    }

    static void sentence(Dice dice, StringBuilder out) {
        int words = 3 + dice.below(11);
        for (int i = 0; i < words; i++) {
            String word = word(dice);
            if (i == 0) {
                out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            } else {
                out.append(dice.below(14) == 0 ? ", " : " ").append(word);
            }
        }
        switch (dice.below(12)) {
            case 0 -> out.append("?");
            case 1 -> out.append("!!");
            case 2 -> out.append("…");
            case 3 -> out.append(" & so & weiter.");
            case 4 -> out.append(' ').append(dice.pick(SMILEYS));
            default -> out.append('.');
        }
        if (dice.below(300) == 0) {
            out.append(' ').append(dice.pick(EMOJI));
        }
    }

    static String title(Dice dice) {
        int words = 1 + dice.below(5);
        var title = new StringBuilder();
        for (int i = 0; i < words; i++) {
            title.append(i == 0 ? "" : " ").append(word(dice));
        }
        title.setCharAt(0, Character.toUpperCase(title.charAt(0)));
        switch (dice.below(30)) {
            case 0 -> title.append(" & co.");
            case 1 -> title.append(" <- [wichtig]");
            case 2 -> title.append(" \"").append(word(dice)).append('"');
            case 3 -> title.append(" für 5 €");
            case 4 -> title.append(' ').append(dice.pick(EMOJI));
            default -> {}
        }
        return title.toString();
    }

    /** The name with a number; no two numbers have the same name. */
    static String userName(int number) {
        int noun = number % NOUNS.length;
        int epithet = number / NOUNS.length % (EPITHETS.length + 1);
        int round = number / NOUNS.length / (EPITHETS.length + 1);
        String name = (epithet == 0 ? "" : EPITHETS[epithet - 1] + " ") + NOUNS[noun] + (round == 0 ? "" : "_" + round);
        return switch (number % 31) {
            case 7 -> "[" + name + "]";
            case 13 -> name + " & Söhne";
            case 21 -> "<" + name + ">";
            default -> name;
        };
    }
}
