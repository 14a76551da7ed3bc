using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Vault;

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
