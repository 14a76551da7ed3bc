using System.Globalization;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Offset">How many to pass over.</param>
/// <param name="Limit">How many at most.</param>
internal readonly record struct Paging(int Offset, int Limit)
{
    private const int Usual = 50;
    private const int Most = 100;
    private const int MostOfArray = 1000;

    /// <summary>One more than is wanted: whether it is there tells whether another page follows.</summary>
    public int Take => Limit + 1;

    /// <summary>Checks what a query said.</summary>
    /// <exception cref="ProblemException">A number is out of range.</exception>
    public static Paging Of(int? offset, int? limit) => Of(offset, limit, Usual, Most);

    /// <summary>Checks what a query said of a list that is an array, without a place for the number of the page: who knows nothing of pages gets one that is long.</summary>
    /// <exception cref="ProblemException">A number is out of range.</exception>
    public static Paging OfArray(int? offset, int? limit) => Of(offset, limit, MostOfArray, MostOfArray);

    /// <summary>The items of the page, from up to <see cref="Take"/> of them; the header Link leads to the next page (RFC 8288).</summary>
    public IReadOnlyList<T> Cut<T>(HttpContext context, IEnumerable<T> items)
    {
        List<T> page = [.. items];
        if (page.Count <= Limit)
            return page;
        context.Response.Headers.Link = string.Create(
            CultureInfo.InvariantCulture, $"<{context.Request.PathBase.ToUriComponent()}{context.Request.Path.ToUriComponent()}?offset={Offset + (long)Limit}&limit={Limit}>; rel=\"next\"");
        return page[..Limit];
    }

    private static Paging Of(int? offset, int? limit, int usual, int most)
    {
        if (offset is < 0)
            throw new ProblemException(ServerProblems.Invalid.At("offset", "The offset is negative."));
        if (limit < 1 || limit > most)
            throw new ProblemException(ServerProblems.Invalid.At("limit", $"The limit is not between 1 and {most}."));
        return new Paging(offset ?? 0, limit ?? usual);
    }
}
