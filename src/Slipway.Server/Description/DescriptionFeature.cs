using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Slipway.Server.Contract;

namespace Slipway.Server.Description;

/// <summary>The OpenAPI description of the service and its page.</summary>
internal sealed class DescriptionFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ServedDescription>();
        services.AddOpenApi(DescriptionEndpoints.Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.DescribeContract();
            options.AddOperationTransformer<OperationDescriber>();
            options.AddDocumentTransformer<DocumentDescriber>();
        });
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapDescription();
}
