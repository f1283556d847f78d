package wall

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.NoOpCliktCommand
import com.github.ajalt.clikt.core.subcommands
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import io.ktor.server.engine.embeddedServer
import io.ktor.server.netty.Netty
import wall.domain.Grade

class Wall : NoOpCliktCommand(name = "wall")

class Serve : CliktCommand(name = "serve", help = "Answer HTTP requests") {
    private val port by option("--port").int().default(8085)

    override fun run() {
        embeddedServer(Netty, port = port) { module() }.start(wait = true)
    }
}

class Convert : CliktCommand(name = "convert") {
    private val grade by argument()

    override fun run() = echo(Grade.parse(grade).toVScale())
}

class Reset : CliktCommand(name = "reset-season") {
    override fun run() {
        TODO("decide what happens to the ranking")
    }
}

class Backup : CliktCommand(name = "backup") {
    override fun run() {
        echo("pg_dump wall > wall.sql")
    }
}

fun main(args: Array<String>) = Wall().subcommands(Serve(), Convert(), Reset()).main(args)
