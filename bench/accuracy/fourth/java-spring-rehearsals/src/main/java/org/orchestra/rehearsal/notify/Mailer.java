package org.orchestra.rehearsal.notify;

import java.util.function.UnaryOperator;

public interface Mailer {

    void send(String to, String text);

    /** A mailer that sends nothing, for seasons without a mail server. */
    static Mailer silent() {
        return new Mailer() {
            @Override
            public void send(String to, String text) {
                // silent on purpose
            }
        };
    }

    default Mailer decorated(UnaryOperator<String> change) {
        return (to, text) -> send(to, change.apply(text));
    }

    abstract class Template {
        protected abstract String body();

        public final String render(String name) {
            return "Dear " + name + ",\n" + body();
        }
    }

    class ReminderTemplate extends Template {
        @Override
        protected String body() {
            return "see you on Thursday.";
        }
    }

    class SickNoteTemplate extends Template {
        @Override
        protected String body() {
            return ""; // TODO: ask the board for the wording
        }
    }
}
