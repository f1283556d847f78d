// What Django and its REST framework, Flask and the library of Python call of the types that are made for them.

import type { Convention } from './row.ts'

const files = /\.pyw?$/
const verbs = 'get|post|put|patch|delete|head|options|trace'

export const pythonConventions: readonly Convention[] = [
  {
    by: 'Django, which serves the view',
    files,
    bases: /(View|ViewSet|APIView|Mixin)$/,
    methods: new RegExp(
      `^(${verbs}|list|create|retrieve|update|partial_update|destroy|dispatch|dispatch_request|setup|initial|as_view|get_\\w+|perform_\\w+|form_(in)?valid|test_func|handle_\\w+|http_method_not_allowed|\\w+_queryset|has_permission|finalize_response|render_to_response|check_\\w+)$`,
    ),
  },
  {
    by: 'Django, for a field of the serializer',
    files,
    bases: /(Serializer|Field)$/,
    methods:
      /^(validate(_\w+)?|to_representation|to_internal_value|create|update|save|get_fields|get_attribute|get_value|get_validators|run_validation|get_extra_kwargs|many_init)$/,
    naming: [
      String.raw`method_name\s*=\s*["']NAME["']`,
      String.raw`^[ \t]*GETTER\s*(?::[^=\n]+)?=\s*[\w.]*SerializerMethodField\(\s*\)`,
    ],
  },
  {
    by: 'the REST framework, which asks it',
    files,
    bases:
      /(Permission|IsAuthenticated\w*|IsAdminUser|AllowAny|Authentication|Throttle|Pagination|Paginator|Filter\w*|Renderer|Parser)$/,
    methods:
      /^(has_permission|has_object_permission|authenticate|authenticate_header|authenticate_credentials|allow_request|wait|get_\w+|paginate_queryset|filter_queryset|filter|render|parse|to_html)$/,
  },
  {
    by: 'Django, which saves and shows the model',
    files,
    bases: /^(Model|\w*Model|AbstractUser|AbstractBaseUser|PermissionsMixin)$/,
    methods:
      /^(save|delete|clean|clean_fields|full_clean|get_absolute_url|natural_key|validate_\w+)$/,
  },
  {
    by: 'Django, which fills in the form',
    files,
    bases: /Form(Set)?$/,
    methods: /^(clean(_\w+)?|save|get_\w+|add_fields)$/,
  },
  {
    by: 'Django, for each query',
    files,
    bases: /(Manager|QuerySet)$/,
    methods: /^(get_queryset|get_by_natural_key|create_user|create_superuser)$/,
  },
  {
    by: 'the admin of Django',
    files,
    bases: /(Admin|Inline|AdminSite|SimpleListFilter)$/,
    methods:
      /^(get_\w+|save_\w+|delete_\w+|has_\w+_permission|formfield_for_\w+|\w+_view|lookups|queryset|log_\w+|response_\w+|choices)$/,
    naming: [`["']NAME["']`],
  },
  {
    by: 'manage.py, by the name of the file',
    files: /(^|\/)management\/commands\/[^_/]\w*\.py$/,
    bases: /Command$/,
    methods: /^(handle|handle_label|handle_app_config|add_arguments|execute)$/,
    isTypeToo: true,
  },
  {
    by: 'Django, where it loads the app',
    files: /(^|\/)apps\.py$/,
    bases: /AppConfig$/,
    methods: /^ready$/,
    isTypeToo: true,
  },
  {
    by: 'Django, around each request',
    files,
    bases: /MiddlewareMixin$/,
    methods: /^process_(request|response|view|exception|template_response)$/,
  },
  {
    by: 'what it overrides in the library of Python',
    files,
    bases:
      /^(Thread|Process|Action|HTMLParser|NodeVisitor|NodeTransformer|Handler|StreamHandler|Formatter|Filter|LoggerAdapter|JSONEncoder|BaseHTTPRequestHandler|SimpleHTTPRequestHandler|BaseRequestHandler|StreamRequestHandler|Cmd|Task|Protocol|DatagramProtocol|HelpFormatter|ArgumentParser|Enum)$/,
    methods:
      /^(run|handle_\w+|visit_\w+|generic_visit|emit|format|filter|process|default|do_\w+|handle|setup|finish|log_message|connection_\w+|data_received|datagram_received|eof_received|error|_\w+)$/,
  },
]
