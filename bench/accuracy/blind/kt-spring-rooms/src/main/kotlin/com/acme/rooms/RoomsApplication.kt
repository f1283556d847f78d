package com.acme.rooms

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.scheduling.annotation.EnableScheduling

@SpringBootApplication
@EnableScheduling
class RoomsApplication

fun main(args: Array<String>) {
    runApplication<RoomsApplication>(*args)
}
