using Microsoft.AspNetCore.Http.Metadata;

namespace Slipway.Server.Requests;

/// <summary>Metadata of a route: the maximum size of its body in bytes, after decompression.</summary>
internal sealed record RouteBodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
