// Methods that nobody has to call by their name: the language does, or who knows the type that they come from. A new one is a row. Rows
// with a base hold for types that name it in their header, where it is not a type of the repository.

export interface CallRule {
  readonly files: RegExp
  readonly methods: RegExp
  /** What the type comes from; without it the language itself calls. */
  readonly base?: RegExp
  /** Who calls looks for all types that come from it: no code has to name them. */
  readonly isLookedFor?: true
}

const jvm = /\.(java|kts?)$/
const script = /\.[cm]?[jt]sx?$/

export const callRules: readonly CallRule[] = [
  { files: /\.pyi?$/, methods: /^__\w+__$/ },
  { files: jvm, methods: /^(toString|equals|hashCode|compareTo)$/ },
  { files: /\.cs$/, methods: /^(ToString|Equals|GetHashCode|CompareTo|Dispose|DisposeAsync)$/ },
  { files: script, methods: /^(toString|toJSON|valueOf|constructor)$/ },
  { files: /\.php$/, methods: /^__\w+$/ },
  {
    files: /\.rb$/,
    methods:
      /^(initialize(_copy)?|to_(s|str|a|ary|h|hash|proc|json)|inspect|eql\?|hash|coerce|method_missing|respond_to_missing\?|\W+)$/,
  },
  { files: /\.swift$/, methods: /^(init|deinit|hash|\W+)$/ },
  {
    files: /\.go$/,
    methods:
      /^(String|Error|GoString|Format|Unwrap|(Un)?[mM]arshal(JSON|Text|Binary|YAML|XML)|ServeHTTP)$/,
  },
  { files: jvm, base: /^(Runnable|Thread|TimerTask)$/, methods: /^run$/ },
  {
    files: jvm,
    base: /^(Callable|Supplier|Consumer|Function|Predicate)$/,
    methods: /^(call|get|accept|apply|test)$/,
  },
  {
    files: jvm,
    base: /^(Iterator|Iterable|Comparator|Closeable|AutoCloseable)$/,
    methods: /^(hasNext|next|iterator|compare|close)$/,
  },
  { files: jvm, base: /^(Command|Application)(Line)?Runner$/, methods: /^run$/ },
  { files: jvm, base: /Filter(Bean)?$/, methods: /^(doFilter|doFilterInternal|shouldNotFilter)$/ },
  { files: jvm, base: /^HttpServlet$/, methods: /^(do(Get|Post|Put|Delete|Head|Patch)|service)$/ },
  {
    files: jvm,
    base: /^(Async)?HandlerInterceptor$/,
    methods: /^(preHandle|postHandle|afterCompletion)$/,
  },
  {
    files: jvm,
    base: /^(ApplicationListener|InitializingBean|DisposableBean)$/,
    methods: /^(onApplicationEvent|afterPropertiesSet|destroy)$/,
  },
  {
    files: jvm,
    base: /^(Converter|ConstraintValidator|Validator|UserDetailsService|AttributeConverter)$/,
    methods: /^(convert|isValid|validate|supports|loadUserByUsername|convertTo\w+)$/,
  },
  {
    files: /\.cs$/,
    base: /^(IRequestHandler|INotificationHandler|IPipelineBehavior|ICommandHandler|IQueryHandler)$/,
    methods: /^Handle(Async)?$/,
    isLookedFor: true,
  },
  { files: /\.cs$/, base: /^IConsumer$/, methods: /^Consume$/, isLookedFor: true },
  { files: /\.cs$/, base: /^IEntityTypeConfiguration$/, methods: /^Configure$/, isLookedFor: true },
  {
    files: /\.cs$/,
    base: /^(IHostedService|IMiddleware|IExceptionHandler|IValidatableObject)$/,
    methods: /^(StartAsync|StopAsync|InvokeAsync|TryHandleAsync|Validate)$/,
  },
  {
    files: /\.cs$/,
    base: /^I(Async)?(Action|Result|Exception|Authorization)Filter$/,
    methods: /^On\w+$/,
  },
  {
    files: /\.cs$/,
    base: /^(IEnumerable|IEnumerator|IComparer|IEqualityComparer)$/,
    methods: /^(GetEnumerator|MoveNext|Reset|Compare|Equals|GetHashCode)$/,
  },
  {
    files: script,
    base: /^(CanActivate|NestInterceptor|PipeTransform|ExceptionFilter|NestMiddleware|NestModule)$/,
    methods: /^(canActivate|intercept|transform|catch|use|configure)$/,
  },
  {
    files: script,
    base: /^(On(Module|Application)\w+|(Before|On)Application\w+|On(Init|Destroy|Changes)|DoCheck|After(View|Content)\w+)$/,
    methods: /^(on(Module|Application)\w+|beforeApplication\w+|ng[A-Z]\w+)$/,
  },
  {
    files: script,
    base: /^(ValidatorConstraintInterface|MigrationInterface)$/,
    methods: /^(validate|defaultMessage|up|down)$/,
    isLookedFor: true,
  },
  {
    files: script,
    base: /^(Pure)?Component$/,
    methods:
      /^(render|component(Did|Will)\w+|shouldComponentUpdate|getSnapshotBeforeUpdate|getDerivedState\w+)$/,
  },
  {
    files: script,
    base: /^(HTML\w*Element|LitElement)$/,
    methods: /^(\w+Callback|render|firstUpdated|updated|willUpdate)$/,
  },
  {
    files: /\.swift$/,
    base: /^(View|App|Scene|ViewModifier|\w+Style|\w+Representable|Encodable|Codable|Sequence|IteratorProtocol)$/,
    methods: /^(make\w+|update\w+|body|encode|next)$/,
  },
  {
    files: /\.swift$/,
    base: /(Delegate|DataSource)$/,
    methods:
      /^(tableView|collectionView|numberOfSections|scrollView\w+|text(Field|View)\w*|picker\w*|application\w*|scene\w*|userNotificationCenter|locationManager\w*|urlSession|webView|mapView|searchBar\w*)$/,
  },
  {
    files: /\.php$/,
    base: /^(ServiceProvider|Command|Seeder|Migration|FormRequest|ShouldQueue|Mailable|Notification)$/,
    methods:
      /^(boot|register|handle|run|up|down|rules|authorize|build|envelope|content|via|to[A-Z]\w+)$/,
    isLookedFor: true,
  },
  {
    files: /\.php$/,
    base: /^(Countable|ArrayAccess|Iterator|IteratorAggregate|JsonSerializable)$/,
    methods:
      /^(count|offset(Get|Set|Exists|Unset)|current|key|next|rewind|valid|getIterator|jsonSerialize)$/,
  },
]
