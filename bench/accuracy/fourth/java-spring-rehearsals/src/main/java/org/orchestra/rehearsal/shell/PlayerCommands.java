package org.orchestra.rehearsal.shell;

import lombok.RequiredArgsConstructor;
import org.orchestra.rehearsal.domain.Player;
import org.orchestra.rehearsal.domain.Section;
import org.orchestra.rehearsal.repo.PlayerRepository;
import org.springframework.shell.standard.ShellComponent;
import org.springframework.shell.standard.ShellMethod;

@ShellComponent
@RequiredArgsConstructor
public class PlayerCommands {
    private static final String HELP = "public void retirePlayer(Long id) comes in autumn";

    private final PlayerRepository players;

    @ShellMethod(key = "enlist", value = "Add a player")
    public String enlistPlayer(String name, Section section) {
        return "player " + players.save(new Player(name, section)).getId();
    }

    @ShellMethod(key = "roster", value = "Print the roster")
    public void printRoster() {
    }

    @ShellMethod(key = "whereis", value = HELP)
    public String whereIs(String name) {
        return players.findByNameIgnoringCase(name).map(p -> p.getSection().row()).orElse("unknown");
    }
}
