using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Slipway.Protocol.Access;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Workers;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract;

/// <summary>Corrects the OpenAPI description where the framework's own output is not exact.</summary>
internal static class ContractDescription
{
    // Generated clients have these names, so the description keeps them.
    private static readonly Dictionary<Type, string> PublishedNames = new()
    {
        [typeof(MobileBuildType)] = "BuildType",
        [typeof(NewMachine)] = "NewServer",
        [typeof(MachineDescription)] = "ServerDescription",
        [typeof(MachineReport)] = "ServerReport",
        [typeof(LoginSession)] = "Session",
        [typeof(AppleCredentials)] = "AppleMaterial",
        [typeof(KeystoreCredential)] = "KeystoreMaterial",
    };

    // The framework's mark of a property that becomes "this schema or null".
    private const string NullableMark = "x-is-nullable-property";

    public static void DescribeContract(this OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = type => PublishedNames.GetValueOrDefault(Nullable.GetUnderlyingType(type.Type) ?? type.Type)
            ?? EnumType(type.Type)?.Name ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(async (schema, context, cancellation) =>
        {
            if (EnumType(context.JsonTypeInfo.Type) is { } values)
                schema.Enum = [.. Enum.GetValues(values).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, values, context.JsonTypeInfo.Options)!)];
            // A converter of this program reads such lists; the framework cannot describe what it accepts.
            else if (ElementType(context.JsonTypeInfo.Type) is { IsEnum: true } element)
                schema.Items = await context.GetOrCreateSchemaAsync(element, cancellationToken: cancellation);
            // Only requests are this strict. Answers may get more members, except where the contract rules that out.
            if (!context.JsonTypeInfo.Type.IsDefined(typeof(JsonUnmappedMemberHandlingAttribute), inherit: false))
                schema.AdditionalPropertiesAllowed = true;
            Describe(schema, context.JsonPropertyInfo?.AttributeProvider);
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description);
            foreach (var parameter in context.Description.ParameterDescriptions)
                DescribeNames(operation, parameter, context.Document!);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiSchema schema, System.Reflection.ICustomAttributeProvider? property)
    {
        // Whether null is allowed is stated where an enumeration is used, not in the enumeration.
        if (schema.Enum is { } values)
            schema.Enum = [.. values.Where(value => value is not null)];
        schema.ReadOnly |= property?.IsDefined(typeof(ReadOnlyAttribute), inherit: false) == true;
        if (property?.IsDefined(typeof(NeverNull), inherit: false) == true)
        {
            schema.Type &= ~JsonSchemaType.Null;
            schema.Metadata?.Remove(NullableMark);
        }
    }

    private static void Describe(OpenApiOperation operation, ApiDescription description)
    {
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            content.Schema = WithoutNull(content.Schema);
        if (!description.ActionDescriptor.EndpointMetadata.OfType<PlainProblems>().Any())
            return;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-rate-limit-per-minute"] = new JsonNodeExtension(JsonValue.Create(RateLimitOf(description.HttpMethod)));
    }

    // The default limits of an organisation.
    private static long RateLimitOf(string? method)
    {
        var limits = new OrganisationLimits();
        return method switch
        {
            "GET" => limits.ReadsPerMinute,
            "POST" => limits.CreationsPerMinute,
            _ => limits.ChangesPerMinute,
        };
    }

    private static void DescribeNames(OpenApiOperation operation, ApiParameterDescription parameter, OpenApiDocument document)
    {
        // A path parameter that the handler does not bind by name has no descriptor.
        if (parameter.ParameterDescriptor is { } descriptor && NamedType(descriptor.ParameterType) is { } named)
            operation.Parameters!.OfType<OpenApiParameter>().Single(p => p.Name == parameter.Name).Schema = new OpenApiSchemaReference(named.Name, document);
    }

    private static Type? NamedType(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(EnumParameter<>) ? plain.GetGenericArguments()[0] : null;
    }

    private static Type? EnumType(Type type) => NamedType(type) ?? ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } plain ? plain : null);

    private static Type? ElementType(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? type.GetGenericArguments()[0] : type.GetElementType();

    // A body that can be omitted is optional; it cannot be the JSON value null.
    private static IOpenApiSchema? WithoutNull(IOpenApiSchema? schema) =>
        schema is { OneOf: [{ Type: JsonSchemaType.Null }, var body] } ? body : schema;
}
