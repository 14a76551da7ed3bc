using Microsoft.AspNetCore.Http.Metadata;

namespace Slipway.Server.Requests;

/// <summary>Metadata of a route: the most bytes that its body may have, unpacked.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
