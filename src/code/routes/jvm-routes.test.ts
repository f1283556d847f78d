import { describe, expect, it } from 'vitest'
import { type RegisteredCase, registeredIn } from '../../../test/registered.ts'

const cases: readonly RegisteredCase[] = [
  {
    name: 'Spring, interfaces that controllers implement, below the path of the class where it has one',
    files: {
      'src/main/java/a/UsersApi.java': `package a;
import org.springframework.web.bind.annotation.*;
@RequestMapping("/users")
public interface UsersApi {
  @GetMapping("/{id}")
  User show(@PathVariable long id);
}
`,
      'src/main/java/a/Users.java': `package a;
import org.springframework.web.bind.annotation.RestController;
@RestController
public class Users implements UsersApi {
  public User show(long id) { return find(id); }
}
`,
      'src/main/java/b/OrdersApi.java': `package b;
import org.springframework.web.bind.annotation.*;
@RequestMapping("/never")
public interface OrdersApi<T> {
  @GetMapping
  List<T> list();
}
`,
      'src/main/java/a/Orders.java': `package a;
import b.OrdersApi;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/v1/orders")
public class Orders extends Base<Order>
    implements Serializable, OrdersApi<Map<String, Order>> {
  public List<Order> list() { return all(); }
  @PostMapping
  public Order add() { return make(); }
}
`,
      'src/main/kotlin/ItemsApi.kt': `import org.springframework.web.bind.annotation.*
interface ItemsApi {
  @GetMapping("/items")
  fun items(): List<Item>
}
`,
      'src/main/kotlin/Items.kt': `import org.springframework.web.bind.annotation.*
@RestController
@RequestMapping("/api")
class Items(private val all: Repository<Item>) : ItemsApi {
  override fun items() = all.list()
}
`,
    },
    // Both the interface and the class have it.
    routes: [
      ...['GET /api/items', 'GET /api/items', 'GET /users/{id}', 'GET /users/{id}'],
      ...['GET /v1/orders', 'GET /v1/orders', 'POST /v1/orders'],
    ],
  },
  {
    name: 'Ktor, of functions on routes',
    files: {
      'src/main/kotlin/Application.kt': `package com.example
import io.ktor.server.application.*
import io.ktor.server.routing.*
fun main() {
    embeddedServer(Netty, port = 8080, module = Application::module).start(wait = true)
}
fun Application.module() {
    configureRouting()
}
`,
      'src/main/kotlin/Routing.kt': `package com.example
import io.ktor.server.application.*
import io.ktor.server.routing.*
fun Application.configureRouting() {
    routing {
        get("/") { call.respondText("Hello") }
        route("/customer") {
            get { call.respond(list()) }
            get("/{id?}") { show(call) }
            post<Foo>("/typed") { save(it) }
            delete("{id}") { call.respond(HttpStatusCode.NotImplemented) }
        }
        authenticate("auth") {
            route("/api") {
                userRoutes()
            }
        }
        get<Articles> { call.respond(1) }
    }
}
`,
      'src/main/kotlin/routes/UserRoutes.kt': `package com.example.routes
import io.ktor.server.routing.*
fun Route.userRoutes() {
    put("/users/{id}") { call.respond(1) }
    val client = HttpClient()
    client.get("/nope")
}
fun Route.lostRoutes() {
    get("/lost") { call.respond(1) }
}
`,
    },
    routes: [
      'DELETE /customer/{id} (stub)',
      'GET /',
      'GET /customer',
      'GET /customer/{id}',
      'POST /customer/typed',
      'PUT /api/users/{id}',
    ],
  },
  {
    name: 'Ktor, in place',
    files: {
      'Main.kt': `import io.ktor.server.routing.*
fun main() {
    embeddedServer(Netty, 8080) {
        routing {
            get("/a") { call.respondText("x") }
        }
    }.start()
}
`,
    },
    routes: ['GET /a'],
  },
  {
    name: 'JAX-RS, below the path of the application',
    files: {
      'src/main/java/App.java': `import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
@ApplicationPath("/api")
public class App extends Application {}
`,
      'src/main/java/Users.java': `import jakarta.ws.rs.*;
@Path("/users")
@Produces("application/json")
public class Users {
    @GET
    public List<User> list() { return all(); }
    @GET
    @Path("{id: [0-9]+}")
    public User show(@PathParam("id") long id) { return find(id); }
    @Path("/x/y")
    @POST
    public void add() { x(); }
}
`,
      'src/main/java/Sub.java': `import jakarta.ws.rs.*;
public class Sub {
    @GET
    public String x() { return y(); }
}
`,
    },
    routes: ['GET /api/users', 'GET /api/users/{id}', 'POST /api/users/x/y'],
  },
  {
    name: 'Micronaut',
    files: {
      'A.java': `import io.micronaut.http.annotation.*;
@Controller("/hello")
public class A {
    @Get
    public String index() { return x(); }
    @Get("/{id}{?max,offset}")
    public String show(String id) { return x(); }
    @Post(uri = "/p", consumes = "x")
    public String p() { return x(); }
}
`,
      'B.kt': `import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Delete
@Controller("/k")
class B {
    @Delete("/{id}")
    fun rm(id: String) = x(id)
}
`,
    },
    routes: ['DELETE /k/{id}', 'GET /hello', 'GET /hello/{id}', 'POST /hello/p'],
  },
  {
    name: 'Spring, of the functional style of Kotlin',
    files: {
      'Routes.kt': `import org.springframework.web.servlet.function.router
import org.springframework.web.reactive.function.server.coRouter
@Configuration
class Routes {
    @Bean
    fun routes(books: Books) = router {
        "/books".nest {
            GET("/{id}", books::one)
            "/deep".nest { POST("/b") { ok().build() } }
        }
        (path("/x") or path("/y")).nest { GET("/unread", books::one) }
        accept(JSON).nest { PUT("/put", books::one) }
        GET("/top") { ok().body(all()) }
    }
    @Bean fun co(books: Books) = coRouter { path("/co").nest { GET("/q", books::one) } }
}
`,
      'Client.kt': `fun load() { GET("/client", handler) }
`,
    },
    routes: [
      'GET /books/{id}',
      'GET /co/q',
      'GET /top',
      'GET /⟨⟩/unread',
      'POST /books/deep/b',
      'PUT /put',
    ],
  },
  {
    name: 'Spring, of the functional style of Java',
    files: {
      'a/Routes.java': `package a;
import static org.springframework.web.servlet.function.RequestPredicates.*;
import static org.springframework.web.servlet.function.RouterFunctions.*;
class Routes {
  private static final String USERS = "/users";
  @Bean RouterFunction<ServerResponse> routes(Books books) {
    return route(GET("/books/{id}"), books::one)
        .andRoute(POST("/books").and(contentType(JSON)), books::add)
        .andRoute(method(HttpMethod.PUT).and(path("/spelled")), books::add)
        .andNest(path("/deep"), route(GET(USERS), books::all));
  }
  @Bean RouterFunction<ServerResponse> built(Books books) {
    return route()
        .GET("/top", accept(JSON), books::all)
        .path("/people", b -> b
            .GET("/{id}", books::one)
            .nest(accept(JSON), c -> c.DELETE("", books::remove)))
        .nest(path("/inner").and(accept(JSON)), () -> route(HEAD("/a"), books::head))
        .nest(path("/or").or(path("/other")), b -> b.GET("/lost", books::one))
        .add(more(books))
        .build();
  }
  RouterFunction<ServerResponse> more(Books books) {
    return nest(path("/more"), route(GET("/m"), request -> ok().build()));
  }
}
`,
      'b/Routes.java': `package b;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
class Routes {
  @Bean RouterFunction<ServerResponse> routes(Books books) {
    return RouterFunctions.nest(RequestPredicates.path("/api"), users(books));
  }
  private RouterFunction<ServerResponse> users(Books books) {
    return RouterFunctions.route(RequestPredicates.PATCH("/users"), Users::change);
  }
}
`,
      'Client.java': `class Client { void load() { GET("/client", handler); route(GET("/client"), handler); } }
`,
    },
    routes: [
      'DELETE /people',
      'GET /books/{id}',
      'GET /deep/users',
      'GET /more/m',
      'GET /people/{id}',
      'GET /top',
      'GET /⟨⟩/lost',
      'HEAD /inner/a',
      'PATCH /api/users',
      'POST /books',
      'PUT /spelled',
    ],
  },
  {
    name: 'Spring and Micronaut, of a class in one line',
    files: {
      'A.java': `import org.springframework.web.bind.annotation.*;
@RestController @RequestMapping("/one") public class A { @GetMapping("/{id}") A g(Long id) { return x(id); } @PostMapping String p() { return x(); } }
`,
      'B.java': `import io.micronaut.http.annotation.*;
@Controller("/two")
public class B { @Get("/{id}") String g(Long id) { return x(id); }
  @Post String p() { return x(); } }
`,
    },
    routes: ['GET /one/{id}', 'GET /two/{id}', 'POST /one', 'POST /two'],
  },
  {
    name: 'Spring, of the classes that a controller extends',
    files: {
      'src/main/java/x/Fish.java': `package x;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/fish")
public class Fish extends Crud<Fish> implements Serializable {
    @GetMapping("/own")
    public String own() { return "x"; }
    @Override public String hi() { return "x"; }
}
`,
      'src/main/java/x/Crud.java': `package x;
import org.springframework.web.bind.annotation.*;
@RequestMapping("/crud")
public abstract class Crud<T> extends Base {
    @GetMapping("/hi")
    public abstract String hi();
    @PostMapping("/made")
    public String made() { return "i"; }
}
`,
      'src/main/java/x/Base.java': `package x;
import org.springframework.web.bind.annotation.*;
public abstract class Base {
    @GetMapping("/deep")
    public String deep() { return "i"; }
}
`,
      'src/main/java/x/Lost.java': `package x;
import org.springframework.web.bind.annotation.*;
public abstract class Lost {
    @GetMapping("/lost")
    public String lost() { return "i"; }
}
`,
      'src/main/kotlin/x/Pond.kt': `package x
import org.springframework.web.bind.annotation.*
@RestController
@RequestMapping("/pond")
class Pond(private val all: All) : Water(all) {
    @GetMapping("/k") fun k() = all.k()
}
`,
      'src/main/kotlin/x/Water.kt': `package x
import org.springframework.web.bind.annotation.*
abstract class Water(private val all: All) {
    @GetMapping("/w") fun w() = all.w()
}
`,
    },
    routes: [
      'GET /fish/deep',
      // Both the class above and the controller have it.
      'GET /fish/hi',
      'GET /fish/hi',
      'GET /fish/own',
      'GET /pond/k',
      'GET /pond/w',
      'POST /fish/made',
    ],
  },
]

describe('the routes that the frameworks of Java and Kotlin register', () => {
  it.each(cases)('are those of $name', ({ files, routes }) => {
    expect(registeredIn(files, ['lostRoutes'])).toEqual(routes)
  })
})
