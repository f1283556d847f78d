package org.example.parcels.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.example.parcels.domain.Parcel;
import org.example.parcels.pricing.Tariffs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "parcels", subcommands = {ParcelsCommand.Quote.class, ParcelsCommand.Relabel.class})
public class ParcelsCommand implements Runnable {

    public static void main(String[] args) {
        System.exit(new CommandLine(new ParcelsCommand()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    @Command(name = "quote", description = "What a parcel costs")
    static class Quote implements Callable<Integer> {
        @Parameters(index = "0")
        int grams;

        @Override
        public Integer call() {
            Parcel parcel = new Parcel("quote", grams, Parcel.Size.SMALL);
            System.out.println(Tariffs.standard().withInsurance(parcel));
            return 0;
        }
    }

    @Command(name = "relabel")
    static class Relabel implements Runnable {
        @Parameters Path file;

        @Override
        public void run() {
            throw new UnsupportedOperationException("not implemented");
        }
    }
}
