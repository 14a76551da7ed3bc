#import "../declare/uikit.h"

// Gives the app's scene its window. The scene manifest of Info.plist names this class.
@interface SLWSceneDelegate : UIResponder <UIWindowSceneDelegate>
@end
