package org.orchestra.rehearsal;

import java.time.Clock;
import org.orchestra.rehearsal.notify.Mailer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class RehearsalApplication {

    public static void main(String[] args) {
        SpringApplication.run(RehearsalApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Mailer mailer() {
        return Mailer.silent();
    }
}
