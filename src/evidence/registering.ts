// Which decorators, attributes and annotations hand a declaration to somebody who calls it. Those that only describe it — to the
// compiler, a checker or a reader — make nothing use it.

const describing = new Set([
  ...[
    'allow',
    'warn',
    'deny',
    'forbid',
    'expect',
    'inline',
    'must_use',
    'derive',
    'cfg',
    'cfg_attr',
  ],
  ...['doc', 'cold', 'track_caller', 'non_exhaustive', 'repr', 'automatically_derived'],
  ...['staticmethod', 'classmethod', 'property', 'setter', 'getter', 'deleter', 'cached_property'],
  ...['cache', 'lru_cache', 'wraps', 'contextmanager', 'asynccontextmanager', 'dataclass', 'final'],
  ...[
    'override',
    'overload',
    'abstractmethod',
    'abstractproperty',
    'total_ordering',
    'no_type_check',
  ],
  ...['Override', 'Deprecated', 'deprecated', 'SuppressWarnings', 'Suppress', 'SafeVarargs'],
  ...['FunctionalInterface', 'Nullable', 'NonNull', 'NotNull', 'Generated', 'VisibleForTesting'],
  ...[
    'JvmStatic',
    'JvmOverloads',
    'JvmField',
    'JvmInline',
    'JvmName',
    'Throws',
    'OptIn',
    'Serializable',
  ],
  ...['Data', 'Value', 'Getter', 'Setter', 'Builder', 'Slf4j', 'ToString', 'EqualsAndHashCode'],
  ...['Obsolete', 'MethodImpl', 'Flags', 'StructLayout', 'DebuggerDisplay', 'EditorBrowsable'],
  ...[
    'discardableResult',
    'available',
    'inlinable',
    'frozen',
    'usableFromInline',
    'MainActor',
    'Sendable',
  ],
  ...['Pure', 'ReturnTypeWillChange', 'SensitiveParameter', 'AllowDynamicProperties', 'ReadOnly'],
])

/** `derive` of `#[derive(Debug)]`, `functools.wraps`, `rustfmt::skip`. */
export function isRegistering(decorator: string): boolean {
  const path = decorator.replace(/\(.*$/s, '').split(/\.|::|\\/)
  return !describing.has(path.at(-1)!) && !/^(rustfmt|clippy)$/.test(path[0]!)
}
