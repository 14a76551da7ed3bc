using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Slipway.Server.Access;

namespace Slipway.Server.Description;

/// <summary>Describes each operation: its id, the scope that it needs, and its failures.</summary>
internal sealed class OperationDescriber : IOpenApiOperationTransformer
{
    private const string ProblemMediaType = "application/problem+json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        // A route with two methods has one name, but each operation needs an id of its own.
        if (description.HttpMethod == HttpMethods.Head)
            operation.OperationId = null;
        if (description.HttpMethod == "HEAD" && operation.OperationId is { } shared)
            operation.OperationId = "Head" + shared;
        operation.OperationId ??= OperationName.Of(description.HttpMethod ?? "", description.RelativePath ?? "");
        operation.Summary ??= OperationName.Sentence(operation.OperationId);
        if (!description.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().Any(t => !t.Tags.SequenceEqual([description.ActionDescriptor.RouteValues["controller"]])))
            operation.Tags = new HashSet<OpenApiTagReference> { new(OperationName.Area(description.RelativePath ?? ""), context.Document) };
        operation.Responses ??= [];
        if (description.ActionDescriptor.EndpointMetadata.OfType<NeedsScope>().LastOrDefault() is { } needed)
        {
            var bearer = new OpenApiSecuritySchemeReference(DocumentDescriber.Bearer, context.Document);
            operation.Security = [new OpenApiSecurityRequirement { [bearer] = [needed.Scope] }];
            // Operations of the contract declare their own failures, and no others.
            if (description.ActionDescriptor.EndpointMetadata.OfType<PlainProblems>().Any())
                return Task.CompletedTask;
            Add(operation, context, "401", "The request has no valid token.");
            Add(operation, context, "403", "The token lacks a scope.");
            Add(operation, context, "429", "Too many requests; the header Retry-After says for how long.");
        }

        if (description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
            Add(operation, context, "404", "There is nothing with this name.");
        Add(operation, context, "default", "The request failed.");
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, string status, string description) =>
        operation.Responses!.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemMediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(DocumentDescriber.Problem, context.Document) },
            },
        });
}
