using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Slipway.Server.Description;

/// <summary>Describes the document as a whole: the service, its authentication, and the form of failures.</summary>
internal sealed class DocumentDescriber : IOpenApiDocumentTransformer
{
    /// <summary>Name of the security scheme.</summary>
    public const string Bearer = "bearer";

    /// <summary>Name of the schema of failures.</summary>
    public const string Problem = "ProblemDetails";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Slipway",
            Version = typeof(DocumentDescriber).Assembly.GetName().Version?.ToString(3),
            Description = "Builds apps for Android and iOS from web apps. `/api/native-mobile-builds/v1` is the contract of the native mobile build API; `/api/v1` is the rest.",
        };
        // Without this the page shows an empty heading for each class of handlers.
        document.Tags = Areas(document).Select(name => new OpenApiTag { Name = name }).ToHashSet();
        // No servers are listed, so that clients use the address that they got the description from, whatever proxies are in between.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            Description = "A token of an organisation, such as `slw_…`: from `POST /api/v1/sessions` for people, from `POST /api/v1/tokens` for programs.",
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas.TryAdd(Problem, ProblemSchema());
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Areas(OpenApiDocument document) =>
        document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(operation => operation.Tags ?? Enumerable.Empty<OpenApiTagReference>())
            .Select(tag => tag.Reference.Id).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A failure (RFC 9457).",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("Documentation page of this kind of problem."),
            ["title"] = Text("The kind of problem in a few words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["detail"] = Text("What is wrong."),
            ["instance"] = Text("Path of the request."),
            ["traceId"] = Text("The id of the request in the logs of the service."),
            ["errorCode"] = Text("The code of the catalogue, such as SLW-SRV-40401."),
            ["problems"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = EntrySchema(), Description = "Every problem that was found." },
        },
    };

    private static OpenApiSchema EntrySchema() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["code"] = Text("The code of the catalogue."),
            ["severity"] = Text("Notice, Warning or Error."),
            ["where"] = Text("File, field or option."),
            ["message"] = Text("What is wrong there."),
            ["remedy"] = Text("What to do about it."),
            ["blame"] = Text("Who can fix it: User, Network, Machine or Slipway."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
