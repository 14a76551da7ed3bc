namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>Classes that the programs of the verifier's rules refer to.</summary>
internal static class SupportClasses
{
    public static readonly string[] Smali =
    [
        """
        .class public LTarget;
        .super Ljava/lang/Object;
        .field public flag:Z
        .field public name:Ljava/lang/String;
        .field public ratio:F
        .field private hidden:I
        .field public static count:I
        .field static nearby:I
        .field public static final FIXED:I
        .field public static instance:LTarget;
        .method public constructor <init>()V
        .registers 1
        invoke-direct {p0}, Ljava/lang/Object;-><init>()V
        return-void
        .end method
        .method public run()V
        .registers 1
        return-void
        .end method
        .method public static helper()V
        .registers 0
        return-void
        .end method
        .method private static secret()V
        .registers 0
        return-void
        .end method
        .method public static number()I
        .registers 1
        const/4 v0, 1
        return v0
        .end method
        .method public static big()J
        .registers 2
        const-wide/16 v0, 1
        return-wide v0
        .end method
        .method public static takesInt(I)V
        .registers 1
        return-void
        .end method
        .method public static takesLong(J)V
        .registers 2
        return-void
        .end method
        .method public static takesBoolean(Z)V
        .registers 1
        return-void
        .end method
        .method public static takesByte(B)V
        .registers 1
        return-void
        .end method
        .method public static takesChar(C)V
        .registers 1
        return-void
        .end method
        .method public static takesShort(S)V
        .registers 1
        return-void
        .end method
        .method public static takesString(Ljava/lang/String;)V
        .registers 1
        return-void
        .end method
        """,
        """
        .class public LMiddle;
        .super Ljava/lang/Object;
        .method public shared()V
        .registers 1
        return-void
        .end method
        """,
        """
        .class public LLeft;
        .super LMiddle;
        .method public onlyLeft()V
        .registers 1
        return-void
        .end method
        """,
        """
        .class public LRight;
        .super LMiddle;
        """,
        """
        .class public abstract LUnfinished;
        .super Ljava/lang/Object;
        .method public abstract open()V
        .end method
        .method public closed()V
        .registers 1
        return-void
        .end method
        """,
        """
        .class public abstract interface LShape;
        .super Ljava/lang/Object;
        .method public abstract area()V
        .end method
        """,
        """
        .class public final LSealed;
        .super Ljava/lang/Object;
        """,
    ];
}
