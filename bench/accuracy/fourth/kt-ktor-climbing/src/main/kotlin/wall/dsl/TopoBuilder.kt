package wall.dsl

@DslMarker
annotation class TopoDsl

data class Topo(val name: String, val lines: List<Line>)

data class Line(val number: Int, val grade: String, val hint: String?)

@TopoDsl
class TopoBuilder(private val name: String) {
    private val lines = mutableListOf<Line>()

    fun line(grade: String, block: LineBuilder.() -> Unit = {}) {
        lines += LineBuilder(lines.size + 1, grade).apply(block).build()
    }

    operator fun String.unaryPlus() = line(this)

    fun build() = Topo(name, lines.toList())
}

@TopoDsl
class LineBuilder internal constructor(private val number: Int, private val grade: String) {
    var hint: String? = null

    internal fun build() = Line(number, grade, hint)
}

fun topo(name: String, block: TopoBuilder.() -> Unit): Topo = TopoBuilder(name).apply(block).build()

val demoTopo = topo("Slab corner") {
    line("5+")
    line("6A") { hint = "left hand first" }
    +"7A"
}

fun render(topo: Topo): String = buildString {
    appendLine(topo.name)
    topo.lines.forEach { (number, grade, hint) -> appendLine("$number $grade ${hint.orEmpty()}") }
}
