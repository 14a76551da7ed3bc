using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Webhooks;

/// <summary>Webhooks of an organisation and their delivery.</summary>
internal sealed class WebhooksFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton(provider => new VettedDialer(provider.GetRequiredService<WebhookTargets>(), Dns.GetHostAddressesAsync));
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookDelivery>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapWebhooks();
}
